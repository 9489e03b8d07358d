package yunhe.simulation;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;

/** A mistake that somebody could make, put between the handlers and the world. Here: none. */
interface Tampering {

    Tampering NONE = new Tampering() {};

    /** @param function whose request it is */
    default Object request(String function, Object request) {
        return request;
    }

    default StreamsEventResponse outboxAnswers(StreamsEventResponse answer) {
        return answer;
    }

    default StreamsEventResponse promoterAnswers(StreamsEventResponse answer) {
        return answer;
    }

    /** What the store answered, as the function gets to see it. */
    default Object answer(String function, Object request, Object answer) {
        return answer;
    }

    /** Whether the schedule's tick reaches its function. */
    default boolean ticks() {
        return true;
    }
}
