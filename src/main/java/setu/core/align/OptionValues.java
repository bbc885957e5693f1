package setu.core.align;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import setu.core.fault.AlignmentFault;

/**
 * Reads and changes options by name. Options are records of numbers, switches, enumerations and
 * nested options, checked by their constructors; names of nested options stand beside the others.
 */
public final class OptionValues {
  private OptionValues() {}

  /** Every option by its name, in order, nested ones in the place of their record. */
  public static Map<String, Object> of(Record options) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : options.getClass().getRecordComponents()) {
      Object value = value(options, component);
      if (value instanceof Record nested) {
        values.putAll(of(nested));
      } else {
        values.put(component.getName(), value);
      }
    }
    return values;
  }

  /**
   * The same options with some changed.
   *
   * @param changes texts by name
   * @throws AlignmentFault if a name is unknown or a value out of its range
   */
  public static <O extends Record> O with(O options, Map<String, String> changes) {
    Set<String> unknown = new HashSet<>(changes.keySet());
    unknown.removeAll(of(options).keySet());
    if (!unknown.isEmpty()) {
      String name = unknown.iterator().next();
      throw bad(name + " (" + String.join(", ", of(options).keySet()) + ")", null);
    }
    return changed(options, changes);
  }

  @SuppressWarnings("unchecked")
  private static <O extends Record> O changed(O options, Map<String, String> changes) {
    RecordComponent[] components = options.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String text = changes.get(components[i].getName());
      Object old = value(options, components[i]);
      if (old instanceof Record nested) {
        values[i] = changed(nested, changes);
      } else {
        values[i] = text == null ? old : parse(components[i], text);
      }
    }
    try {
      var constructor = options.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (O) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException range) {
        throw bad(String.valueOf(range.getMessage()), range);
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object parse(RecordComponent component, String text) {
    Class<?> type = component.getType();
    try {
      if (type == int.class) {
        return Integer.valueOf(text);
      }
      if (type == long.class) {
        return Long.valueOf(text);
      }
      if (type == double.class) {
        return Double.valueOf(text);
      }
      if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
        return Boolean.valueOf(text);
      }
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          if (constant.toString().equals(text.toUpperCase(Locale.ROOT))) {
            return constant;
          }
        }
      }
    } catch (NumberFormatException e) {
      throw bad(component.getName() + "=" + text, e);
    }
    throw bad(component.getName() + "=" + text, null);
  }

  private static Object value(Record options, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AlignmentFault bad(
      String detail, @org.jspecify.annotations.Nullable Throwable cause) {
    return new AlignmentFault(AlignmentFault.Problem.BAD_OPTION, null, 0, detail, cause);
  }
}
