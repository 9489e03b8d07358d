/**
 * What holds for the project as a whole: who may know whom, what is in a zip, what the template says. Every check here
 * is also run on something broken, to show that it can fail. Nothing of a single function is tested here.
 */
@NullMarked
package yunhe.checks;

import org.jspecify.annotations.NullMarked;
