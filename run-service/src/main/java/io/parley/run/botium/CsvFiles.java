package io.parley.run.botium;

import io.parley.run.foreign.Mistakes;
import io.parley.run.rows.Csv;
import io.parley.run.rows.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code .convo.csv} and {@code .pconvo.csv} by the names in their first line: {@code question} and {@code answer}, a convo in
 * each line; {@code conversationId}, {@code sender} and {@code text}, a step in each line; or {@code text} alone, by turns.
 */
final class CsvFiles {

    private final String file;
    private final Vocabulary vocabulary;
    private final Mistakes mistakes;

    CsvFiles(String file, Vocabulary vocabulary, Mistakes mistakes) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.mistakes = mistakes;
    }

    List<Convo> convos(String text) {
        Csv csv = Csv.read(text);
        csv.mistakes().forEach(mistake -> mistakes.add(file, mistake.line(), mistake.message()));
        if (csv.records().isEmpty()) {
            return List.of();
        }
        List<String> header =
                csv.records().getFirst().values().stream().map(CsvFiles::simple).toList();
        List<CsvRecord> records = csv.records().subList(1, csv.records().size());
        if (header.containsAll(List.of("question", "answer"))) {
            return questions(header, records);
        }
        if (header.containsAll(List.of("conversationid", "sender", "text"))) {
            return senders(header, records);
        }
        if (header.contains("text")) {
            return byTurns(header, records);
        }
        mistakes.add(file, 1, "must name the columns question and answer, or conversationId, sender and text, or text");
        return List.of();
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT).strip().replaceFirst("_", "").replaceFirst("-", "");
    }

    private List<Convo> questions(List<String> header, List<CsvRecord> records) {
        List<Convo> convos = new ArrayList<>();
        for (CsvRecord each : records) {
            List<Step> steps =
                    List.of(step(Sender.ME, each, header, "question"), step(Sender.BOT, each, header, "answer"));
            convos.add(new Convo(place(each), Integer.toString(convos.size()), steps));
        }
        return convos;
    }

    private List<Convo> senders(List<String> header, List<CsvRecord> records) {
        Map<String, List<Step>> byConversation = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (CsvRecord each : records) {
            Optional<Sender> sender = Sender.named(cell(each, header, "sender"))
                    .filter(known -> known == Sender.ME || known == Sender.BOT);
            if (sender.isEmpty()) {
                mistakes.add(file, each.line(), "sender must be me or bot");
            }
            String conversation = cell(each, header, "conversationid");
            places.putIfAbsent(conversation, place(each));
            byConversation
                    .computeIfAbsent(conversation, id -> new ArrayList<>())
                    .add(step(sender.orElse(Sender.ME), each, header, "text"));
        }
        return byConversation.entrySet().stream()
                .map(each -> new Convo(
                        places.getOrDefault(each.getKey(), new Place(file, 1)), each.getKey(), each.getValue()))
                .toList();
    }

    private List<Convo> byTurns(List<String> header, List<CsvRecord> records) {
        List<Convo> convos = new ArrayList<>();
        for (int at = 0; at < records.size(); at += 2) {
            List<Step> steps = new ArrayList<>();
            steps.add(step(Sender.ME, records.get(at), header, "text"));
            if (at + 1 < records.size()) {
                steps.add(step(Sender.BOT, records.get(at + 1), header, "text"));
            }
            convos.add(new Convo(place(records.get(at)), Integer.toString(at / 2), steps));
        }
        return convos;
    }

    private Step step(Sender sender, CsvRecord each, List<String> header, String column) {
        return StepReader.read(vocabulary, sender, place(each), null, List.of(Line.of(cell(each, header, column))));
    }

    private String cell(CsvRecord each, List<String> header, String column) {
        int index = header.indexOf(column);
        if (index >= each.values().size()) {
            mistakes.add(file, each.line(), "has no value for the column " + column);
            return "";
        }
        return each.values().get(index);
    }

    private Place place(CsvRecord each) {
        return new Place(file, each.line());
    }
}
