package org.shouyue.server.watermark;

import java.util.Random;

/// The pattern that is hidden in pictures: a tile of 64 × 64 chips of 4 × 4 pixels, repeated over
/// the whole picture. Half of the chips are the same in every picture, so that the tile is found
/// again after a crop; the other half carry the 64 bits of a mark, each 32 times, scattered, so
/// that what is left of a tile still holds some chips of every bit.
final class Chips {
  /// Chips along the side of a tile.
  static final int SIDE = 64;

  /// Pixels along the side of a chip: as coarse as JPEG keeps at usual qualities.
  static final int PIXELS = 4;

  /// Pixels along the side of a tile.
  static final int TILE = SIDE * PIXELS;

  static final int BITS = 64;
  private static final int SYNC = -1;

  /// Fixed for ever: a mark must be found in files that were marked years ago.
  private static final long SEED = 0x5368_6f75_7975_6531L;

  private static final int[] ROLE = new int[SIDE * SIDE];
  private static final int[] SIGN = new int[SIDE * SIDE];

  static {
    Random random = new Random(SEED);
    int[] order = new int[SIDE * SIDE];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    for (int i = 0; i < order.length; i++) {
      ROLE[order[i]] = i < order.length / 2 ? SYNC : i % BITS;
      SIGN[order[i]] = random.nextBoolean() ? 1 : -1;
    }
  }

  private Chips() {}

  /// Whether the chip is the same in every picture.
  static boolean isSync(int chip) {
    return ROLE[chip] == SYNC;
  }

  /// Which bit of the mark the chip carries.
  static int bit(int chip) {
    return ROLE[chip];
  }

  /// The chip's own sign, 1 or -1, with which the bit is multiplied.
  static int sign(int chip) {
    return SIGN[chip];
  }

  /// What is added at this chip for this mark, 1 or -1.
  static int value(int chip, Mark mark) {
    boolean set = isSync(chip) || (mark.bits() >>> bit(chip) & 1) == 1;
    return set ? SIGN[chip] : -SIGN[chip];
  }
}
