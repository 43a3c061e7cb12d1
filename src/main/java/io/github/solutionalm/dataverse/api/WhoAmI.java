package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;

/** Reads the signed-in user: the cheapest check of URL, credentials and application user. */
public record WhoAmI() implements Get<WhoAmI.Identity> {

    /**
     * The identity of the caller.
     *
     * @param user id of the user
     * @param organization id of the environment's organization
     */
    public record Identity(String user, String organization) {}

    @Override
    public String describe() {
        return "sign in to the environment";
    }

    @Override
    public ApiPath path() {
        return ApiPath.of("WhoAmI()");
    }

    @Override
    public Identity read(Answer answer) throws IOException {
        JsonNode json = answer.json();
        if (!json.path("UserId").isTextual()) {
            throw new UnreadableAnswer("the answer does not say who asks");
        }
        return new Identity(
                json.path("UserId").asText(), json.path("OrganizationId").asText());
    }
}
