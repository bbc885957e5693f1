package setu.core.evaluate;

/** What is measured of a space or of a pair of spaces, with where its formula comes from. */
public enum DiagnosticMeasure {
  /** Skewness of N_10 under nearest neighbours. */
  HUBNESS_SKEW_NN("Radovanović, Nanopoulos and Ivanović 2010, JMLR 11"),
  /** Skewness of N_10 under CSLS. */
  HUBNESS_SKEW_CSLS("Radovanović, Nanopoulos and Ivanović 2010; Conneau et al. 2018"),
  /** Share of words that no query finds under nearest neighbours, 0 to 1. */
  ORPHAN_SHARE_NN("Radovanović, Nanopoulos and Ivanović 2010, JMLR 11"),
  /** Share of words that no query finds under CSLS, 0 to 1. */
  ORPHAN_SHARE_CSLS("Radovanović, Nanopoulos and Ivanović 2010; Conneau et al. 2018"),
  /** Squared differences of the Laplacian spectra of both neighbour graphs; 0 is isospectral. */
  EIGENVECTOR_SIMILARITY("Søgaard, Ruder and Vulić 2018, ACL"),
  /** A lower bound of the Gromov–Hausdorff distance; 0 for isometric spaces. */
  GROMOV_HAUSDORFF("Patra et al. 2019, ACL; Chazal et al. 2009"),
  /** Correlation of the cosines within each space over the anchors, −1 to 1. */
  RELATIONAL_SIMILARITY("Vulić, Ruder and Søgaard 2020, EMNLP"),
  /** Squared differences of the logarithms of both spaces' singular values; 0 is equal. */
  SINGULAR_VALUE_GAP("Dubossarsky, Vulić, Reichart and Korhonen 2020, EMNLP"),
  /** Linear centred kernel alignment over the anchors, 0 to 1. */
  LINEAR_CKA("Kornblith, Norouzi, Lee and Hinton 2019, ICML"),
  /** Mean Jaccard index of the anchors' 10 nearest anchors in each space, 0 to 1. */
  NEIGHBOR_OVERLAP("Jaccard 1912; Wendlandt, Kummerfeld and Mihalcea 2018, NAACL"),
  /** Largest singular value over that at the effective rank, at least 1. */
  CONDITION_NUMBER("Dubossarsky, Vulić, Reichart and Korhonen 2020, EMNLP"),
  /** Mean cosine of all pairs of rows; 0 is isotropic. */
  MEAN_COSINE("Ethayarajh 2019, EMNLP"),
  /** The same after centring. */
  MEAN_COSINE_CENTERED("Mu and Viswanath 2018, ICLR"),
  /** The same after centring and removing the d/100 leading components. */
  MEAN_COSINE_ALL_BUT_THE_TOP("Mu and Viswanath 2018, ICLR"),
  /** How evenly the dimensions are used, 0 to 1. */
  ISO_SCORE("Rudman, Gillman, Rayne and Eickhoff 2022, Findings of ACL"),
  /** The same after removing the d/100 leading components. */
  ISO_SCORE_ALL_BUT_THE_TOP("Rudman et al. 2022; Mu and Viswanath 2018");

  private final String source;

  DiagnosticMeasure(String source) {
    this.source = source;
  }

  /** Where the formula comes from. */
  public String source() {
    return source;
  }
}
