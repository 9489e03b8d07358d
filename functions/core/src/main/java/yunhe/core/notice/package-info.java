/**
 * Which facts about a registration or a stay are told to its person, and under which key each is told once. How a
 * message looks and travels is not known here.
 */
@NullMarked
package yunhe.core.notice;

import org.jspecify.annotations.NullMarked;
