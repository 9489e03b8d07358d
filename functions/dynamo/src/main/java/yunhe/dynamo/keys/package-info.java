/** Every key of every table, each access pattern a named method. Nothing else in the project puts a key together. */
@NullMarked
package yunhe.dynamo.keys;

import org.jspecify.annotations.NullMarked;
