/**
 * Activities, their groups and questions, and registrations: what may be stored, who may sign up when, and what each
 * state allows. Decisions are pure; the ports at the end of the file list are what a store has to offer.
 */
@NullMarked
package yunhe.core.activity;

import org.jspecify.annotations.NullMarked;
