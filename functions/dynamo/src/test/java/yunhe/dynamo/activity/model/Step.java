package yunhe.dynamo.activity.model;

/**
 * One store call of one actor.
 *
 * @param what the call and its answer, for a history
 */
record Step(String what, State after) {}
