package io.github.solutionalm.dataverse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.contract.Contract.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds a JSON body against what is stated of it. */
final class BodyCheck {

    private final String what;
    private final Map<String, Member> stated = new HashMap<>();
    private final Contract contract;
    private final List<String> problems = new ArrayList<>();

    private BodyCheck(String what, Contract contract, Stream<Member> members) {
        this.what = what;
        this.contract = contract;
        members.forEach(member -> stated.put(member.path(), member));
    }

    /** What is wrong with the body of a request; values are held against those that are stated, too. */
    static List<String> ofRequest(Contract contract, JsonNode body) {
        BodyCheck check = new BodyCheck("The request of " + contract.name() + " has", contract, contract.inRequests());
        check.object("", body, true);
        return check.problems;
    }

    /** What is wrong with an answer, or with one row of it. */
    static List<String> ofAnswer(Contract contract, JsonNode body) {
        BodyCheck check = new BodyCheck("The answer of " + contract.name() + " has", contract, contract.inAnswers());
        Contracts.of(Contracts.PAGE).answers().forEach(member -> check.stated.putIfAbsent(member.path(), member));
        check.object("", body, false);
        return check.problems;
    }

    private void object(String path, JsonNode object, boolean values) {
        object.properties()
                .forEach(entry -> member(
                        path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), values));
    }

    private void member(String path, JsonNode value, boolean values) {
        Member member = stated.get(path);
        if (member == null) {
            problems.add(what + " " + path + ", which its contract does not state (src/test/resources/contracts/"
                    + contract.name() + ".json)");
            return;
        }
        boolean right = value.isNull() ? member.nullable() : EdmType.fits(value, member.type());
        if (!right) {
            problems.add(what + " " + path + " = " + value + ", which is stated to be " + member.type());
        }
        if (values && value.isValueNode()) {
            value(path, value.asText());
        }
        inside(path, value, values);
    }

    private void inside(String path, JsonNode value, boolean values) {
        if (value.isObject()) {
            object(path, value, values);
        }
        if (value.isArray()) {
            for (JsonNode entry : value) {
                if (entry.isObject()) {
                    object(path + "[]", entry, values);
                } else {
                    member(path + "[]", entry, values);
                }
            }
        }
    }

    private void value(String path, String value) {
        List<String> known = contract.valuesOf(path);
        if (!known.isEmpty() && !known.contains(value)) {
            problems.add(what + " " + path + " = " + value + ", which is none of " + known);
        }
    }
}
