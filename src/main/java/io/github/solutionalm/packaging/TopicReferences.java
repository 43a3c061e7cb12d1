package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the definition of a copilot's topic, action or entity names: YAML of which the reader needs to know no more than its
 * lines, since each reference is in one.
 */
final class TopicReferences {

    private static final ComponentType BOT_COMPONENT = ComponentType.named("botcomponent");

    /** {@code flowId: 42f4c873-…}. */
    private static final Pattern FIELD = Pattern.compile("(?m)^[ -]*(\\w+): *[\"']?([\\w.-]+)[\"']?\\s*$");

    private static final Map<String, ComponentType> FIELDS = Map.of(
            "dialog", BOT_COMPONENT,
            "flowId", ComponentType.WORKFLOW,
            "aIModelId", ComponentType.AI_PROJECT,
            "connectionReference", ComponentType.CONNECTION_REFERENCE);

    /** Components bear their kind in their schema names, also in expressions: {@code contoso_bot.topic.Escalate}. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b[A-Za-z][A-Za-z0-9]{1,7}_\\w+\\.(?:topic|action|entity|customtype|component|gpt|knowledge)\\.[\\w-]+");

    private TopicReferences() {}

    static Set<ComponentKey> of(byte[] yaml) {
        String text = new String(yaml, StandardCharsets.UTF_8);
        Set<ComponentKey> keys = new LinkedHashSet<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            ComponentType type = FIELDS.get(field.group(1));
            if (type != null) {
                keys.add(new ComponentKey(type, field.group(2)));
            }
        }
        NAMED.matcher(text).results().forEach(found -> keys.add(new ComponentKey(BOT_COMPONENT, found.group())));
        return keys;
    }
}
