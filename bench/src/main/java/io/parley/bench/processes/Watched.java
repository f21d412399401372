package io.parley.bench.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named process trees.
 *
 * @param roots the first process of each tree by the tree's name; a tree within another counts for itself only
 */
public record Watched(Map<String, Long> roots) {

    public Watched {
        roots = new LinkedHashMap<>(roots);
    }

    /** What each tree has used since its start, ended processes included. */
    public CpuTimes cpu() {
        return new CpuTimes(trees().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        tree -> tree.getValue().stream().map(Proc.Stat::cpu).reduce(Duration.ZERO, Duration::plus))));
    }

    /** What each tree has now. */
    public Map<String, Memory> memory() {
        return trees().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        tree -> tree.getValue().stream()
                                .map(stat -> Proc.memory(stat.pid()))
                                .reduce(Memory.NONE, Memory::plus)));
    }

    private Map<String, List<Proc.Stat>> trees() {
        List<Proc.Stat> all = Proc.all();
        Map<Long, List<Proc.Stat>> children = all.stream().collect(Collectors.groupingBy(Proc.Stat::parent));
        Map<String, List<Proc.Stat>> trees = new LinkedHashMap<>();
        roots.forEach((name, root) -> trees.put(
                name, tree(all.stream().filter(stat -> stat.pid() == root).toList(), children)));
        return trees;
    }

    private List<Proc.Stat> tree(List<Proc.Stat> root, Map<Long, List<Proc.Stat>> children) {
        List<Proc.Stat> tree = new ArrayList<>(root);
        for (int next = 0; next < tree.size(); next++) {
            children.getOrDefault(tree.get(next).pid(), List.of()).stream()
                    .filter(child -> !roots.containsValue(child.pid()))
                    .forEach(tree::add);
        }
        return tree;
    }
}
