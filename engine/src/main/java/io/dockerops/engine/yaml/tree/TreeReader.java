package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Kind;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes items of SnakeYAML's nodes: resolves tags, merge keys and aliases. */
final class TreeReader {

    private static final List<String> TAGS = List.of("!path", "!path_lazy", "!env", "!env_lazy");
    private static final List<Tag> PLAIN_TAGS =
            List.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);
    private static final int MOST_NODES = 100_000;

    private final Path file;
    private final Variables variables;
    private final Findings findings;
    private final IdentityHashMap<Node, Item> known = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> open = new IdentityHashMap<>();
    private final IdentityHashMap<Item, Long> sizes = new IdentityHashMap<>();

    TreeReader(Path file, Variables variables, Findings findings) {
        this.file = file;
        this.variables = variables;
        this.findings = findings;
    }

    /** Each node is read once; an alias gives the same item again. */
    Item read(Node node) {
        Item before = known.get(node);
        if (before != null) {
            return before;
        }
        if (open.put(node, true) != null) {
            throw new ProblemException(Problem.error(place(node), "this holds itself, by an alias"));
        }
        Item item = make(node);
        open.remove(node);
        known.put(node, item);
        return item;
    }

    private Item make(Node node) {
        UnaryOperator<String> expansion = expansion(node.getTag(), place(node));
        if (node instanceof ScalarNode scalar) {
            return single(scalar, expansion);
        } else if (node instanceof SequenceNode sequence) {
            List<Item> items = new ArrayList<>();
            long size = 1;
            for (Node each : sequence.getValue()) {
                Item item = expanded(read(each), expansion);
                items.add(item);
                size += size(item);
            }
            return sized(new Several(items, place(node)), size);
        }
        return keyed((MappingNode) node, expansion);
    }

    private Item keyed(MappingNode node, UnaryOperator<String> expansion) {
        Map<String, Entry> own = new LinkedHashMap<>();
        List<Entry> merged = new ArrayList<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.addAll(merged(tuple.getValueNode()));
                continue;
            }
            if (!(read(tuple.getKeyNode()) instanceof Single key) || key.nothing()) {
                findings.error(place(tuple.getKeyNode()), "a key must be a text");
                continue;
            }
            Entry entry = new Entry(key, expanded(read(tuple.getValueNode()), expansion));
            Entry first = own.putIfAbsent(key.text(), entry);
            if (first != null) {
                findings.error(
                        key,
                        "the key `" + key.text() + "` stands here twice",
                        "the first one is in " + first.key().place().brief() + ": take one of them out");
            }
        }
        merged.forEach(entry -> own.putIfAbsent(entry.name(), entry));
        long size = 1;
        for (Entry entry : own.values()) {
            size += 1 + size(entry.value());
        }
        return sized(new Keyed(List.copyOf(own.values()), place(node)), size);
    }

    /** The entries that {@code <<} brings: of one map, or of several, the first of which goes over the others. */
    private List<Entry> merged(Node node) {
        List<Entry> entries = new ArrayList<>();
        Item brought = read(node);
        for (Item item : brought instanceof Several several ? several.items() : List.of(brought)) {
            if (item instanceof Keyed keyed) {
                entries.addAll(keyed.entries());
            } else {
                findings.error(item, "`<<` takes maps, and this is " + item.described());
            }
        }
        return entries;
    }

    private Item sized(Item item, long size) {
        if (size > MOST_NODES) {
            throw new ProblemException(Problem.error(
                    item.place(), "with its aliases written out this has more than " + MOST_NODES + " nodes"));
        }
        sizes.put(item, size);
        return item;
    }

    private long size(Item item) {
        return sizes.getOrDefault(item, 1L);
    }

    private Item single(ScalarNode node, UnaryOperator<String> expansion) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return new Single("", Kind.NOTHING, place(node));
        } else if (tag.equals(Tag.BOOL)) {
            return new Single(node.getValue(), Kind.FLAG, place(node));
        } else if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return new Single(node.getValue(), Kind.NUMBER, place(node));
        }
        return expanded(new Single(node.getValue(), Kind.TEXT, place(node)), expansion);
    }

    /** A tag at a list or a map holds for the texts that stand right in it. */
    private Item expanded(Item item, UnaryOperator<String> expansion) {
        if (!(item instanceof Single single) || single.kind() != Kind.TEXT) {
            return item;
        }
        return findings.tried(single, () -> new Single(expansion.apply(single.text()), Kind.TEXT, single.place()))
                .orElseGet(() -> new Single("", Kind.NOTHING, single.place()));
    }

    private UnaryOperator<String> expansion(Tag tag, SourceRef place) {
        String name = tag.getValue();
        switch (name) {
            case "!path", "!path_lazy" -> {
                return variables::path;
            }
            case "!env", "!env_lazy" -> {
                return variables::whole;
            }
            default -> {
                if (!PLAIN_TAGS.contains(tag)) {
                    findings.error(place, "there is no tag `" + name + "`", Suggest.hint(name, TAGS, "the tags are"));
                }
                return UnaryOperator.identity();
            }
        }
    }

    private SourceRef place(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        boolean block = !(node instanceof ScalarNode scalar) || scalar.getScalarStyle() == ScalarStyle.LITERAL;
        if (block || end.getLine() != start.getLine() || end.getColumn() <= start.getColumn()) {
            return new SourceRef(file, start.getLine() + 1, start.getColumn() + 1, start.getColumn() + 2);
        }
        return new SourceRef(file, start.getLine() + 1, start.getColumn() + 1, end.getColumn() + 1);
    }
}
