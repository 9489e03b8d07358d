package yunhe.core.activity;

/** Where it takes place. */
public record Venue(String name, String address) {}
