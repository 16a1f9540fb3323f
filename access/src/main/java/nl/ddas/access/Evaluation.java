// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.access;

import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// The question whether someone may do something with something (AuthZEN Authorization API 1.0, section 5 and 6.1).
///
/// @param subject who asks
/// @param action what they want to do
/// @param resource with what
/// @param context under which circumstances, such as `time` and `traceparent`; `{}` when none
public record Evaluation(Entity subject, Action action, Entity resource, JsonObject context) {

    /// A subject or a resource.
    ///
    /// @param type kind, such as `Organisatie`; never empty
    /// @param id which one, unique within its type; never empty
    /// @param properties what else is known of it; `{}` when nothing
    public record Entity(String type, String id, JsonObject properties) {

        /// Without properties.
        public Entity(String type, String id) {
            this(type, id, JsonObject.EMPTY);
        }

        JsonObject toJson() {
            return withProperties(JsonObject.EMPTY.with("type", type).with("id", id), properties);
        }
    }

    /// An act.
    ///
    /// @param name a verb, such as `ophalen`; never empty
    /// @param properties such as `processing_activity_id` (Dutch profile); `{}` when none
    public record Action(String name, JsonObject properties) {

        /// Without properties.
        public Action(String name) {
            this(name, JsonObject.EMPTY);
        }

        JsonObject toJson() {
            return withProperties(JsonObject.EMPTY.with("name", name), properties);
        }
    }

    /// What became of reading a question.
    public sealed interface Reading {

        /// A question.
        record Good(Evaluation evaluation) implements Reading {}

        /// No question.
        ///
        /// @param missing JSON pointer of what is missing, empty or of another kind
        record Wrong(String missing) implements Reading {}
    }

    /// Reads a question; members that the standard does not name are left out.
    public static Reading read(JsonObject json) {
        for (String pointer :
                new String[] {"/subject/type", "/subject/id", "/action/name", "/resource/type", "/resource/id"}) {
            String[] steps = pointer.split("/");
            if (text(json, steps[1], steps[2]).isEmpty()) {
                return new Reading.Wrong(pointer);
            }
        }
        for (String object : new String[] {"subject", "action", "resource"}) {
            if (!isObjectOrAbsent(json.object(object).orElse(JsonObject.EMPTY), "properties")) {
                return new Reading.Wrong("/" + object + "/properties");
            }
        }
        if (!isObjectOrAbsent(json, "context")) {
            return new Reading.Wrong("/context");
        }
        return new Reading.Good(new Evaluation(
                entity(json, "subject"),
                new Action(text(json, "action", "name").orElseThrow(), properties(json, "action")),
                entity(json, "resource"),
                json.object("context").orElse(JsonObject.EMPTY)));
    }

    private static boolean isObjectOrAbsent(JsonObject json, String member) {
        return json.get(member).isEmpty() || json.object(member).isPresent();
    }

    private static Entity entity(JsonObject json, String name) {
        return new Entity(
                text(json, name, "type").orElseThrow(), text(json, name, "id").orElseThrow(), properties(json, name));
    }

    private static Optional<String> text(JsonObject json, String object, String member) {
        return json.object(object).flatMap(found -> found.text(member)).filter(text -> !text.isEmpty());
    }

    private static JsonObject properties(JsonObject json, String object) {
        return json.object(object).flatMap(found -> found.object("properties")).orElse(JsonObject.EMPTY);
    }

    /// As it goes over the wire.
    public JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY
                .with("subject", subject.toJson())
                .with("action", action.toJson())
                .with("resource", resource.toJson());
        return context.members().isEmpty() ? json : json.with("context", context);
    }

    private static JsonObject withProperties(JsonObject json, JsonObject properties) {
        return properties.members().isEmpty() ? json : json.with("properties", properties);
    }
}
