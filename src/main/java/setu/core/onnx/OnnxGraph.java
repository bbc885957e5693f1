package setu.core.onnx;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import setu.core.math.FloatMatrix;

/**
 * Writes small ONNX models (IR 8, operator set 17) in protocol buffers by hand: the few fields the
 * graphs of Setu need, numbered as in {@code onnx.proto}.
 */
public final class OnnxGraph {
  /** Element types of tensors, as ONNX numbers them. */
  public enum ElementType {
    /** 32-bit floats. */
    FLOAT(1),
    /** 8-bit unsigned integers. */
    UINT8(2),
    /** 8-bit signed integers. */
    INT8(3),
    /** 32-bit integers. */
    INT32(6),
    /** 64-bit integers. */
    INT64(7),
    /** 16-bit floats. */
    FLOAT16(10);

    private final int code;

    ElementType(int code) {
      this.code = code;
    }
  }

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
  private final String name;

  /** A graph without nodes. */
  public OnnxGraph(String name) {
    this.name = name;
    string(graph, 2, name);
  }

  /** An input; a dimension below 1 is free. */
  public OnnxGraph input(String value, ElementType type, long... shape) {
    bytes(graph, 11, valueInfo(value, type, shape));
    return this;
  }

  /** An output; a dimension below 1 is free. */
  public OnnxGraph output(String value, ElementType type, long... shape) {
    bytes(graph, 12, valueInfo(value, type, shape));
    return this;
  }

  /** A node; values are separated by spaces. Attributes go to the returned node. */
  public Node node(String operator, String inputs, String outputs) {
    return new Node(operator, inputs, outputs);
  }

  /** A constant matrix of 32-bit floats, in its rows' order. */
  public OnnxGraph constant(String value, FloatMatrix matrix) {
    byte[] raw = matrix.segment().toArray(ValueLayout.JAVA_BYTE);
    return constant(value, ElementType.FLOAT, raw, matrix.rows(), matrix.columns());
  }

  /** A constant matrix rounded to 16-bit floats: half the size, three significant digits. */
  public OnnxGraph constantInHalf(String value, FloatMatrix matrix) {
    long count = (long) matrix.rows() * matrix.columns();
    byte[] raw = new byte[Math.toIntExact(Math.multiplyExact(count, 2L))];
    MemorySegment half = MemorySegment.ofArray(raw);
    for (long i = 0; i < count; i++) {
      float full = matrix.segment().getAtIndex(ValueLayout.JAVA_FLOAT, i);
      half.set(
          ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN),
          2 * i,
          Float.floatToFloat16(full));
    }
    return constant(value, ElementType.FLOAT16, raw, matrix.rows(), matrix.columns());
  }

  /** A constant list of 64-bit integers. */
  public OnnxGraph constant(String value, long... numbers) {
    ByteBuffer raw = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long number : numbers) {
      raw.putLong(number);
    }
    return constant(value, ElementType.INT64, raw.array(), numbers.length);
  }

  /** A constant 32-bit float, shape []. */
  public OnnxGraph scalar(String value, float number) {
    byte[] raw = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(number).array();
    return constant(value, ElementType.FLOAT, raw);
  }

  /** A constant 8-bit unsigned integer, shape []. */
  public OnnxGraph scalar(String value, byte number) {
    return constant(value, ElementType.UINT8, new byte[] {number});
  }

  private OnnxGraph constant(String value, ElementType type, byte[] raw, long... shape) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long dimension : shape) {
      number(tensor, 1, dimension);
    }
    number(tensor, 2, type.code);
    string(tensor, 8, value);
    bytes(tensor, 9, raw);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  /** The whole model. */
  public byte[] toModel() {
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    string(operators, 1, "");
    number(operators, 2, 17);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 8);
    string(model, 2, "Setu");
    bytes(model, 7, graph.toByteArray());
    bytes(model, 8, operators.toByteArray());
    return model.toByteArray();
  }

  @Override
  public String toString() {
    return "OnnxGraph " + name;
  }

  private static byte[] valueInfo(String value, ElementType type, long... dimensions) {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (long extent : dimensions) {
      ByteArrayOutputStream dimension = new ByteArrayOutputStream();
      if (extent > 0) {
        number(dimension, 1, extent);
      }
      bytes(shape, 1, dimension.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type.code);
    bytes(tensor, 2, shape.toByteArray());
    ByteArrayOutputStream typed = new ByteArrayOutputStream();
    bytes(typed, 1, tensor.toByteArray());
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    string(info, 1, value);
    bytes(info, 2, typed.toByteArray());
    return info.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, int field, String value) {
    bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, ((long) field << 3) | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, (long) field << 3);
    varint(out, value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** An operator being written; {@link #add} puts it into the graph. */
  public final class Node {
    private final ByteArrayOutputStream node = new ByteArrayOutputStream();

    private Node(String operator, String inputs, String outputs) {
      for (String input : inputs.split(" ")) {
        string(node, 1, input);
      }
      for (String output : outputs.split(" ")) {
        string(node, 2, output);
      }
      string(node, 4, operator);
    }

    /** An integer attribute. */
    public Node with(String attribute, long value) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      string(out, 1, attribute);
      number(out, 3, value);
      number(out, 20, 2);
      bytes(node, 5, out.toByteArray());
      return this;
    }

    /** A list of integers as attribute. */
    public Node with(String attribute, long[] values) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      string(out, 1, attribute);
      for (long value : values) {
        number(out, 8, value);
      }
      number(out, 20, 7);
      bytes(node, 5, out.toByteArray());
      return this;
    }

    /** The graph with this node at its end. */
    public OnnxGraph add() {
      bytes(graph, 1, node.toByteArray());
      return OnnxGraph.this;
    }
  }
}
