package yunhe.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A function as the service has it.
 *
 * @param folder its zip, unpacked
 * @param events gives another event with each call
 */
record Deployed(String name, Path folder, String handler, Map<String, String> variables, Supplier<String> events) {}
