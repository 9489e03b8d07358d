/**
 * The notices table: claims on what is to be told, and records of what was. Nothing here knows what a message looks
 * like or how it travels.
 */
@NullMarked
package yunhe.dynamo.notice;

import org.jspecify.annotations.NullMarked;
