package io.github.solutionalm.archive.cab;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Makes Huffman codes of limited length, tells them the LZX way, and writes symbols in them. */
final class LzxFixtureCode {

    private final byte[] lengths;
    private final int[] codes;

    private record Node(long weight, int symbol, Node left, Node right) {}

    LzxFixtureCode(byte[] lengths) {
        this.lengths = lengths;
        this.codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= 16; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = code++;
                }
            }
            code <<= 1;
        }
    }

    void write(LzxFixtureBits bits, int symbol) {
        bits.write(codes[symbol], lengths[symbol]);
    }

    /** A complete code for all symbols with a count, or none at all. */
    static byte[] lengths(int[] counts, int max) {
        int[] weights = counts.clone();
        if (Arrays.stream(weights).filter(w -> w > 0).count() == 1) {
            weights[weights[0] > 0 ? 1 : 0] = 1; // one symbol alone would have a code of no bits
        }
        byte[] lengths = new byte[weights.length];
        do {
            Arrays.fill(lengths, (byte) 0);
            PriorityQueue<Node> queue =
                    new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::symbol));
            for (int symbol = 0; symbol < weights.length; symbol++) {
                if (weights[symbol] > 0) {
                    queue.add(new Node(weights[symbol], symbol, null, null));
                    weights[symbol] = (weights[symbol] + 1) / 2; // flatter, should the code become too long
                }
            }
            while (queue.size() > 1) {
                Node left = queue.remove();
                Node right = queue.remove();
                queue.add(new Node(left.weight + right.weight, -1, left, right));
            }
            if (!queue.isEmpty()) {
                assign(queue.remove(), 0, lengths);
            }
        } while (longest(lengths) > max);
        return lengths;
    }

    private static void assign(Node node, int depth, byte[] lengths) {
        if (node.left == null) {
            lengths[node.symbol] = (byte) depth;
        } else {
            assign(node.left, depth + 1, lengths);
            assign(node.right, depth + 1, lengths);
        }
    }

    private static int longest(byte[] lengths) {
        int longest = 0;
        for (byte length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Tells the new lengths as differences from the old ones, with runs most of the time. */
    static void tell(LzxFixtureBits bits, Random random, byte[] before, byte[] after, int from, int to) {
        int[][] told = new int[to - from][];
        int count = 0;
        for (int at = from; at < to; ) {
            int same = 1;
            while (at + same < to && after[at + same] == after[at]) {
                same++;
            }
            int difference = (before[at] - after[at] + 17) % 17;
            boolean plain = same < 4 || random.nextInt(8) == 0;
            int run = plain ? 1 : Math.min(same, after[at] != 0 ? 4 + random.nextInt(2) : 51);
            if (plain) {
                told[count++] = new int[] {difference, 0, 0};
            } else if (after[at] != 0) {
                run = Math.min(run, same);
                told[count++] = new int[] {19, run - 4, 1};
                told[count++] = new int[] {difference, 0, 0};
            } else {
                told[count++] = run < 20 ? new int[] {17, run - 4, 4} : new int[] {18, run - 20, 5};
            }
            at += run;
        }
        int[] counts = new int[20];
        for (int i = 0; i < count; i++) {
            counts[told[i][0]]++;
        }
        byte[] lengths = lengths(counts, 15);
        for (byte length : lengths) {
            bits.write(length, 4);
        }
        LzxFixtureCode pretree = new LzxFixtureCode(lengths);
        for (int i = 0; i < count; i++) {
            pretree.write(bits, told[i][0]);
            bits.write(told[i][1], told[i][2]);
        }
    }
}
