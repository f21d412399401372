package io.parley.validation.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parley.validation.models.Model;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** What a model is asked, as often as needed. */
record ChatCall(Model model, URI url, List<Message> messages) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/chat/completions";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static ChatCall of(Model model, List<Message> messages) {
        return new ChatCall(model, URI.create(model.endpoint().baseUrl() + PATH), messages);
    }

    /** The host as the resolver wants it. */
    String plainHost() {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The request to this address of the host; the name is still the one whose certificate must be valid. */
    RequestOptions to(InetAddress address) {
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port(), address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port())
                .setSsl(isSecure())
                .setMethod(HttpMethod.POST)
                .setURI(url.getRawPath())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.ACCEPT, "application/json")
                .putHeader(HttpHeaders.USER_AGENT, "parley");
    }

    /** A text that is not well-formed Unicode is sent with question marks in it, and never breaks the JSON. */
    Buffer body(Set<Extra> extras) {
        ObjectNode request = JSON.createObjectNode();
        request.put("model", model.endpoint().model());
        ArrayNode list = request.putArray("messages");
        messages.forEach(message ->
                list.addObject().put("role", message.role().wireName()).put("content", message.content()));
        extras.forEach(extra -> extra.addTo(request));
        try {
            return Buffer.buffer(JSON.writeValueAsString(request));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that is no JSON", impossible);
        }
    }

    private boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    private int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? HTTPS : HTTP;
    }
}
