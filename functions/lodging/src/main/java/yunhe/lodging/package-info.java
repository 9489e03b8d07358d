/**
 * Doors to stations and stays: looking, booking, managing one's own stay, reviewing and keeping, and the two that are
 * woken by the stream and by the clock. What is decided, is decided in the core.
 */
@NullMarked
package yunhe.lodging;

import org.jspecify.annotations.NullMarked;
