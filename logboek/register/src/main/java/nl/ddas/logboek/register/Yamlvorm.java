// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/// YAML 1.2 as JSON, with the line of each spot. No tags, no aliases, no deep nesting: a register needs none of them.
final class Yamlvorm {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new JsonSchema())
            .setCodePointLimit(Documentlezer.MAX_BYTES)
            .build();

    /// Leaves the recursion; caught in [#read], never seen outside.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Bestandsvorm.Onleesbaar why;

        Stop(Bestandsvorm.Onleesbaar why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    private final Map<String, Integer> regels = new HashMap<>();

    private Yamlvorm() {}

    static Bestandsvorm read(String text) {
        try {
            checkDepth(text);
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            Yamlvorm vorm = new Yamlvorm();
            return root.isPresent() && vorm.value(root.get(), "") instanceof JsonObject json
                    ? new Bestandsvorm.Gelezen(json, new Fouten(vorm.regels))
                    : Bestandsvorm.refused(1, "Een register begint met namen en waarden, zoals ldvRegister: 1.");
        } catch (Stop stop) {
            return stop.why;
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(Yamlvorm::line)
                    .orElse(0);
            return Bestandsvorm.refused(
                    line, "Dit is geen geldige YAML. Kijk naar inspringing, dubbele punten en aanhalingstekens.");
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // The last two: what the library does with escapes of characters that do not exist.
            return Bestandsvorm.refused(0, "Dit is geen geldige YAML: er staat een teken in dat daar niet mag.");
        }
    }

    /// On the events, whose parser keeps a stack of its own: the tree is made by recursion.
    private static void checkDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event) {
                case CollectionStartEvent start -> {
                    depth++;
                    if (depth > Bestandsvorm.DIEPST) {
                        throw stop(
                                start.getStartMark().map(Yamlvorm::line).orElse(0),
                                "Dit is dieper genest dan een register ooit is.");
                    }
                }
                case CollectionEndEvent _ -> depth--;
                case AliasEvent alias ->
                    throw stop(
                            alias.getStartMark().map(Yamlvorm::line).orElse(0),
                            "Schrijf dit uit: een verwijzing met * kan hier niet.");
                default -> {
                    // Documents, scalars, comments: no depth.
                }
            }
        }
    }

    private static Stop stop(int regel, String melding) {
        return new Stop(Bestandsvorm.refused(regel, melding));
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private JsonValue value(Node node, String pointer) {
        node.getStartMark().ifPresent(mark -> regels.put(pointer, line(mark)));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw stop(node.getStartMark().map(Yamlvorm::line).orElse(0), "Dit soort YAML kan hier niet.");
        };
    }

    private JsonObject object(MappingNode mapping, String pointer) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw stop(
                        tuple.getKeyNode().getStartMark().map(Yamlvorm::line).orElse(0),
                        "Een naam is een woord, geen lijst of blok.");
            }
            String at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (members.put(key.getValue(), value(tuple.getValueNode(), at)) != null) {
                throw stop(
                        key.getStartMark().map(Yamlvorm::line).orElse(0),
                        "De naam '" + key.getValue() + "' staat hier twee keer.");
            }
            key.getStartMark().ifPresent(mark -> regels.put(at, line(mark)));
        }
        return new JsonObject(members);
    }

    private JsonArray array(SequenceNode sequence, String pointer) {
        List<JsonValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item, pointer + "/" + items.size()));
        }
        return new JsonArray(items);
    }

    private static JsonValue scalar(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return new JsonNull();
        }
        if (tag.equals(Tag.BOOL)) {
            return new JsonBool(node.getValue().equals("true"));
        }
        if (tag.equals(Tag.INT)) {
            return new JsonNumber(node.getValue());
        }
        return new JsonText(node.getValue());
    }
}
