/**
 * Activities, their places and lines, and registrations as items of the activities table. An item is apart from the
 * domain, both directions in one file; the conditions are named constants next to the write that uses them.
 */
@NullMarked
package yunhe.dynamo.activity;

import org.jspecify.annotations.NullMarked;
