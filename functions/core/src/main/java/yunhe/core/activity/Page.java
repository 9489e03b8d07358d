package yunhe.core.activity;

import java.util.List;
import java.util.Optional;

/** Part of a list, and where the next part begins. */
public record Page<T>(List<T> items, Optional<String> next) {}
