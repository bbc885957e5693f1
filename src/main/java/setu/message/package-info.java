/** What people read: the bundles in English and Sinhala, and the sentence for every fault. */
@NullMarked
package setu.message;

import org.jspecify.annotations.NullMarked;
