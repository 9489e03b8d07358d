package yunhe.dynamo.broken;

import yunhe.web.broken.BrokenHandler;

/** A store that answers requests. */
public record BrokenStore(BrokenHandler handler) {}
