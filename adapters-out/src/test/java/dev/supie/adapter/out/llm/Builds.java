package dev.supie.adapter.out.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supie.domain.coding.Advice;
import dev.supie.domain.coding.BuildContext;
import dev.supie.domain.coding.Question;
import dev.supie.domain.coding.signal.Verdict;
import dev.supie.domain.meeting.Language;

import java.util.List;

/// Questions about builds, and answers, for tests.
final class Builds {

    static final String LINE = "a.c:3:1: error: 'speed' undeclared";

    private static final JsonMapper JSON = new JsonMapper();

    private Builds() {}

    static Question question(String excerpt) {
        return question(false, Language.EN, excerpt);
    }

    static Question question(boolean summary, Language language, String excerpt) {
        return new Question(
                summary,
                language,
                "compile",
                new BuildContext(2, 1, "sources", Verdict.FAILED, 3),
                excerpt);
    }

    static String json(Advice advice) {
        ObjectNode answer = JSON.createObjectNode();
        put(answer.putArray("insights"), advice.insights());
        put(answer.putArray("risks"), advice.risks());
        put(answer.putArray("actions"), advice.actions());
        put(answer.putArray("nextSteps"), advice.nextSteps());
        return answer.toString();
    }

    private static void put(ArrayNode array, List<String> items) {
        items.forEach(array::add);
    }
}
