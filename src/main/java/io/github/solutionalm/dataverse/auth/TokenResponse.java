package io.github.solutionalm.dataverse.auth;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer to a token request, whole, in the form that azure-identity reads. */
final class TokenResponse extends HttpResponse {

    /** Compared with the request's; where they differ every build's log says so. */
    private static final HttpHeaderName CORRELATION = HttpHeaderName.fromString("client-request-id");

    private final HttpHeaders headers = new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
    private final byte[] body;

    TokenResponse(HttpRequest request, byte[] body) {
        super(request);
        this.body = body;
        Optional.ofNullable(request.getHeaders().getValue(CORRELATION)).ifPresent(id -> headers.set(CORRELATION, id));
    }

    @Override
    public int getStatusCode() {
        return 200;
    }

    @Deprecated
    @Override
    public String getHeaderValue(String name) {
        return headers.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return Flux.just(ByteBuffer.wrap(body));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return Mono.just(new String(body, charset));
    }
}
