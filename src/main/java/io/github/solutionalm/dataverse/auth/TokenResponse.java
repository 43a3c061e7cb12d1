package io.github.solutionalm.dataverse.auth;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer to a token request, whole, in the form that azure-identity reads. */
final class TokenResponse extends HttpResponse {

    private static final HttpHeaders HEADERS = new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");

    private final byte[] body;

    TokenResponse(HttpRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    @Override
    public int getStatusCode() {
        return 200;
    }

    @Deprecated
    @Override
    public String getHeaderValue(String name) {
        return HEADERS.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
        return HEADERS;
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
