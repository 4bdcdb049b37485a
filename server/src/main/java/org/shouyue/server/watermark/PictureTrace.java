package org.shouyue.server.watermark;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Finds the marks that a picture may hold. The picture without its slow changes is folded onto one
/// tile, which averages all that the picture shows away; the place where the chips that are the
/// same in every picture fit best is where the tile begins; there the bits are read.
final class PictureTrace {
  /// How far around a pixel counts as its surroundings.
  private static final int AROUND = 6;

  /// What stands out more is a letter or an edge and not our pattern.
  private static final float LOUDEST = 10;

  private static final int PLACES = 6;
  private static final int DOUBTFUL = 5;
  private static final int SMALLEST = 48;
  private static final long LARGEST = 60_000_000;

  private final float[] windows;

  private PictureTrace(float[] windows) {
    this.windows = windows;
  }

  /// Every mark that the picture may hold; the key tells whether one is real.
  static List<Mark> in(BufferedImage picture) {
    long pixels = (long) picture.getWidth() * picture.getHeight();
    if (Math.min(picture.getWidth(), picture.getHeight()) < SMALLEST || pixels > LARGEST) {
      return List.of();
    }
    PictureTrace trace = new PictureTrace(windows(folded(picture)));
    List<Mark> found = new ArrayList<>();
    trace.places().forEach(place -> trace.read(place, found));
    return found;
  }

  /// Where a tile may begin, the best first.
  private List<Integer> places() {
    int[] sync = IntStream.range(0, Chips.SIDE * Chips.SIDE).filter(Chips::isSync).toArray();
    double[] fits = new double[Chips.TILE * Chips.TILE];
    IntStream.range(0, fits.length)
        .parallel()
        .forEach(place -> {
          double fit = 0;
          for (int chip : sync) {
            fit += Chips.sign(chip) * at(place, chip);
          }
          fits[place] = fit;
        });
    PriorityQueue<Integer> best = new PriorityQueue<>(Comparator.comparingDouble(p -> fits[p]));
    for (int place = 0; place < fits.length; place++) {
      best.add(place);
      if (best.size() > PLACES) {
        best.remove();
      }
    }
    return best.stream().sorted(Comparator.comparingDouble(p -> -fits[p])).toList();
  }

  /// Reads the bits, and again with the most doubtful ones turned.
  private void read(int place, List<Mark> found) {
    double[] sums = new double[Chips.BITS];
    for (int chip = 0; chip < Chips.SIDE * Chips.SIDE; chip++) {
      if (!Chips.isSync(chip)) {
        sums[Chips.bit(chip)] += Chips.sign(chip) * at(place, chip);
      }
    }
    long bits = 0;
    for (int bit = 0; bit < Chips.BITS; bit++) {
      bits |= sums[bit] > 0 ? 1L << bit : 0;
    }
    int[] doubtful =
        IntStream.range(0, Chips.BITS)
            .boxed()
            .sorted(Comparator.comparingDouble(bit -> Math.abs(sums[bit])))
            .limit(DOUBTFUL)
            .mapToInt(Integer::intValue)
            .toArray();
    for (int turned = 0; turned < 1 << DOUBTFUL; turned++) {
      long tried = bits;
      for (int i = 0; i < DOUBTFUL; i++) {
        tried ^= (turned >>> i & 1) == 1 ? 1L << doubtful[i] : 0;
      }
      found.add(new Mark(tried));
    }
  }

  private float at(int place, int chip) {
    int x = place % Chips.TILE + chip % Chips.SIDE * Chips.PIXELS & Chips.TILE - 1;
    int y = place / Chips.TILE + chip / Chips.SIDE * Chips.PIXELS & Chips.TILE - 1;
    return windows[y * Chips.TILE + x];
  }

  /// The sum over a chip's pixels, for every place where a chip may begin.
  private static float[] windows(float[] tile) {
    float[] sums = new float[tile.length];
    for (int y = 0; y < Chips.TILE; y++) {
      for (int x = 0; x < Chips.TILE; x++) {
        float sum = 0;
        for (int v = 0; v < Chips.PIXELS; v++) {
          for (int u = 0; u < Chips.PIXELS; u++) {
            sum += tile[(y + v & Chips.TILE - 1) * Chips.TILE + (x + u & Chips.TILE - 1)];
          }
        }
        sums[y * Chips.TILE + x] = sum;
      }
    }
    return sums;
  }

  private static float[] folded(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    float[] brightness = brightness(picture);
    double[] sums = sums(brightness, width, height);
    float[] tile = new float[Chips.TILE * Chips.TILE];
    int[] counts = new int[tile.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int place = y % Chips.TILE * Chips.TILE + x % Chips.TILE;
        float rest = brightness[y * width + x] - mean(sums, x, y, width, height);
        tile[place] += Math.clamp(rest, -LOUDEST, LOUDEST);
        counts[place]++;
      }
    }
    for (int i = 0; i < tile.length; i++) {
      tile[i] = counts[i] == 0 ? 0 : tile[i] / counts[i];
    }
    return tile;
  }

  private static float[] brightness(BufferedImage picture) {
    int width = picture.getWidth();
    int[] line = new int[width];
    float[] brightness = new float[width * picture.getHeight()];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRGB(0, y, width, 1, line, 0, width);
      for (int x = 0; x < width; x++) {
        int pixel = line[x];
        brightness[y * width + x] =
            0.299f * (pixel >> 16 & 255) + 0.587f * (pixel >> 8 & 255) + 0.114f * (pixel & 255);
      }
    }
    return brightness;
  }

  /// Sums over everything above and left of each pixel.
  private static double[] sums(float[] brightness, int width, int height) {
    double[] sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += brightness[y * width + x];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  private static float mean(double[] sums, int x, int y, int width, int height) {
    int left = Math.max(0, x - AROUND);
    int right = Math.min(width, x + AROUND + 1);
    int top = Math.max(0, y - AROUND);
    int bottom = Math.min(height, y + AROUND + 1);
    int step = width + 1;
    double sum =
        sums[bottom * step + right]
            - sums[top * step + right]
            - sums[bottom * step + left]
            + sums[top * step + left];
    return (float) (sum / ((right - left) * (double) (bottom - top)));
  }
}
