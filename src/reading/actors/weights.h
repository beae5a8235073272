#pragma once

#include <cstdint>

namespace sitcen::reading::weights {

// How prominent a mention makes its actor; halved at each sentence end. Chosen by hand, by classes of errors.
inline constexpr float kRecent = 100;  ///< any mention
inline constexpr float kSubject = 110;
inline constexpr float kObject = 50;
inline constexpr float kOblique = 30;
inline constexpr float kPossessor = 40;
inline constexpr float kOther = 30;
inline constexpr float kName = 20;         ///< a name says whom the text is about
inline constexpr float kPronoun = 40;      ///< whoever was a pronoun already is in focus
inline constexpr float kIndefinite = -40;  ///< "a man" is only just brought up
inline constexpr float kKept = 0.4F;       ///< of the prominence from mentions before
inline constexpr float kDecay = 0.5F;      ///< a sentence

// How well a candidate fits a pronoun, as factors of its prominence.
inline constexpr float kGenderSaid = 1.4F;     ///< the text says so, against one whose gender it does not tell
inline constexpr float kSameFunction = 1.25F;  ///< subject to subject
inline constexpr float kOtherVoice = 0.5F;     ///< one of the two stands in a quotation, the other does not
inline constexpr float kBodyAsThey = 0.6F;     ///< "the company ... they"
inline constexpr float kBodyAsIt = 0.5F;
inline constexpr float kCountryAsThey = 0.3F;
inline constexpr float kPersonAsThey = 0.2F;  ///< one person as "they"
inline constexpr float kThing = 0.8F;         ///< a thing that could be meant as well

// How well a person fits a title, as factors of 20 + prominence.
inline constexpr float kSameRoleThere = 12;    ///< "the Belarusian president", of whom the text says that he is
inline constexpr float kSameOfficeThere = 10;  ///< "the Belarusian leader"
inline constexpr float kSameRole = 4;          ///< "the president"
inline constexpr float kSameOffice = 2;        ///< "the leader"
inline constexpr float kUntoldOffice = 0.7F;   ///< somebody of whom the text says nothing
inline constexpr float kUntoldScore = 0.6F;    ///< how sure that is at most

inline constexpr float kThirdOfTwo = 0.7F;  ///< of the second; a third nearer than that leaves "the two" open

inline constexpr float kTooClose = 0.52F;  ///< share of the best of two; below it both stay open
inline constexpr float kFaintest = 1.0F;   ///< prominence below which nobody is meant

// A talk without names: at least so many paragraphs, of which such shares end like sentences, ask, say I, we
// or you, are brief.
inline constexpr std::uint32_t kFewestTurns = 8;
inline constexpr float kTurnsEnd = 0.8F;
inline constexpr float kTurnsAsk = 0.15F;
inline constexpr float kTurnsPersonal = 0.3F;
inline constexpr float kTurnsBrief = 0.4F;
inline constexpr std::uint32_t kBriefTurn = 30;  ///< tokens

inline constexpr std::uint32_t kBareAgain = 6;      ///< sentences after which "protesters" are others
inline constexpr std::uint32_t kLongestByline = 8;  ///< tokens

inline constexpr std::uint32_t kMostCandidates = 32;  ///< actors that are looked back at
inline constexpr std::uint32_t kMostThings = 8;

}  // namespace sitcen::reading::weights
