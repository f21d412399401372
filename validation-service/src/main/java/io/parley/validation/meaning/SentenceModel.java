package io.parley.validation.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The model inside this service: bge-small-en-v1.5, quantised (Xiao et al., C-Pack, 2023). The meaning of a text is the
 * direction of the model's first output, as its authors say. Safe for many threads, each call keeps its own busy.
 */
final class SentenceModel {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /** The model takes 512, in time that grows faster than their number; longer texts are the mean of their parts. */
    static final int PIECES_OF_A_PART = 254;

    /** What is behind them is not looked at: 2,032 pieces are some 8,000 characters and take half a second. */
    static final int MOST_PARTS = 8;

    /** Behind so many characters there are no more pieces to be looked at, or nothing that anybody reads. */
    private static final int MOST_CHARACTERS = 1 << 16;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private SentenceModel(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /** Reads the model, which takes about a second. Blocks. */
    static SentenceModel load() {
        try (InputStream tokenizer = resource(TOKENIZER)) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new SentenceModel(WordPieces.read(tokenizer), environment, session(environment));
        } catch (IOException | OrtException unusable) {
            throw new IllegalStateException("the model of sentences cannot be loaded", unusable);
        }
    }

    /** Computes what a text means that is not blank. Blocks. */
    Meaning meaning(String text) {
        String start = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        int most = PIECES_OF_A_PART * MOST_PARTS;
        List<Integer> ids = pieces.ids(start, most + 1);
        boolean whole = start.length() == text.length() && ids.size() <= most;
        List<Meaning> parts = new ArrayList<>();
        for (int from = 0; from == 0 || from < Math.min(most, ids.size()); from += PIECES_OF_A_PART) {
            parts.add(part(ids.subList(from, Math.min(ids.size(), from + PIECES_OF_A_PART))));
        }
        return Meaning.mean(parts, whole);
    }

    /** One at a time: the quantised model's result for a text would depend on the texts beside it. */
    private Meaning part(List<Integer> ids) {
        long[] input = new long[ids.size() + 2];
        input[0] = pieces.id("[CLS]");
        for (int at = 0; at < ids.size(); at++) {
            input[at + 1] = ids.get(at);
        }
        input[input.length - 1] = pieces.id("[SEP]");
        long[] ones = new long[input.length];
        Arrays.fill(ones, 1);
        try {
            return Meaning.of(firstOutput(input, ones), true);
        } catch (OrtException defect) {
            throw new IllegalStateException("the model of sentences failed", defect);
        }
    }

    private float[] firstOutput(long[] input, long[] mask) throws OrtException {
        try (OnnxTensor ids = tensor(input);
                OnnxTensor attention = tensor(mask);
                OnnxTensor types = tensor(new long[input.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0][0];
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    /** From a file: as bytes the model would take its 34 MB a second time. */
    private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
        Path file = Files.createTempFile("parley-sentences", ".onnx");
        try (InputStream model = resource(MODEL);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            options.setIntraOpNumThreads(1); // the pool has the threads
            options.setCPUArenaAllocator(false); // it would keep what the longest text ever took
            return environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream resource = SentenceModel.class.getResourceAsStream(name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return resource;
    }
}
