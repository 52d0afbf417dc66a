import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Evaluates files in a JavaScript engine of Java, one after the other, in one context. Prints a line for each: milliseconds
 * of the processor, a tab, and the value.
 */
public class Engine {
  interface Evaluate {
    String text(String code) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    long before = processor();
    try (AutoCloseable opened = args[0].equals("javet") ? V8Host.getV8Instance().createV8Runtime() : graal()) {
      Evaluate evaluate = opened instanceof V8Runtime v8 ? code -> v8(v8, code) : code -> graal((Context) opened, code);
      for (String file : Arrays.copyOfRange(args, 1, args.length)) {
        String text = evaluate.text(Files.readString(Path.of(file)));
        long now = processor();
        System.out.println((now - before) / 1_000_000 + "\t" + text);
        before = now;
      }
    }
  }

  static Context graal() {
    return Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
  }

  static String graal(Context context, String code) {
    Value value = context.eval("js", code);
    return value.isString() ? value.asString() : "";
  }

  static String v8(V8Runtime runtime, String code) throws Exception {
    Object value = runtime.getExecutor(code).executeObject();
    return value instanceof String text ? text : "";
  }

  static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
