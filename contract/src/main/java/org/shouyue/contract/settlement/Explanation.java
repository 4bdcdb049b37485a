package org.shouyue.contract.settlement;

/// How a figure came about, in both languages.
public record Explanation(String chinese, String english) {

  Explanation and(String moreChinese, String moreEnglish) {
    return new Explanation(chinese + moreChinese, english + moreEnglish);
  }
}
