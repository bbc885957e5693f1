package setu.gui.common;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import setu.core.neighbor.ScalingCache;

/** r(·) of CSLS as it was found before, for every analysis of the window. */
public final class KeptScalings {
  private static final Logger LOG = LoggerFactory.getLogger(KeptScalings.class);

  private KeptScalings() {}

  /** The person's own cache; a damaged file is told in the log, and made again. */
  public static ScalingCache ofUser() {
    return ScalingCache.ofUser()
        .telling(file -> LOG.warn("{} was damaged: r(·) is found again and kept anew", file));
  }
}
