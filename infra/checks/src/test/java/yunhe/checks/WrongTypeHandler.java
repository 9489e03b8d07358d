package yunhe.checks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import yunhe.core.shared.Environment;

/**
 * What the broken template names for a stream and for HTTP, though it takes neither. Reads a variable that is not set.
 */
public final class WrongTypeHandler implements RequestHandler<String, String> {

    public WrongTypeHandler(Environment environment) {
        environment.optional("NOBODY_SETS_THIS");
    }

    @Override
    public String handleRequest(String input, Context context) {
        return input;
    }
}
