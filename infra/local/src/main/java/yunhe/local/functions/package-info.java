/** The functions of the template: finding their classes, building them, calling them. Nothing about who calls. */
@NullMarked
package yunhe.local.functions;

import org.jspecify.annotations.NullMarked;
