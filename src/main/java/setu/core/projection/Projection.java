package setu.core.projection;

import setu.core.math.FloatMatrix;

/**
 * A layout of n points in 2 or 3 dimensions.
 *
 * @param method {@code pca}, {@code tsne} or {@code umap}
 * @param coordinates n × 2 or n × 3
 * @param seed what makes it repeat exactly
 * @param complete false for the last snapshot of a cancelled run
 */
public record Projection(String method, FloatMatrix coordinates, long seed, boolean complete) {}
