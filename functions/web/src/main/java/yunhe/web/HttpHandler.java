package yunhe.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function behind the API. The template names {@link #serve}, tests and the local runner call the other. */
public abstract class HttpHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    /** The event as it comes: the runtime's own reading of it would load some hundred classes for every start. */
    public final void serve(InputStream event, OutputStream response, Context context) throws IOException {
        GatewayJson.write(handleRequest(GatewayJson.read(event), context), response);
    }
}
