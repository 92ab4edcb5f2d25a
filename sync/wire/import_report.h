// ImportReport: what an import took as it was, what it adjusted, and why it refused; bounded whatever the file holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parterre {

struct ImportLine
{
    std::string place;    // "zones[0].rows[3].seats[7].position.x", or "line 3, column 17"
    std::string sentence; // for people
};

// Lines of one kind: how many there were, and the first of them.
struct ImportGroup
{
    static constexpr std::size_t maxLines = 20;
    std::string kind; // "repeated seat ids", "unknown categories"
    std::uint64_t count = 0;
    std::vector<ImportLine> lines; // at most maxLines
};

struct ImportReport
{
    // What the plan holds now; all 0 when it was refused.
    std::uint64_t sections = 0;
    std::uint64_t rows = 0;
    std::uint64_t seats = 0;
    std::uint64_t priceAreas = 0;
    std::uint64_t standingAreas = 0;
    std::uint64_t decorations = 0;
    std::vector<ImportGroup> changed; // adjustments; the plan is usable
    std::vector<ImportGroup> refused; // anything here: nothing is imported

    // `kind` comes from a fixed list of the importer, so the number of groups is bounded. Long places and sentences
    // are cut.
    void change(const char* kind, const std::string& place, const std::string& sentence);
    void refuse(const char* kind, const std::string& place, const std::string& sentence);

    std::uint64_t changedCount() const;
    std::uint64_t refusedCount() const;
    // The whole report as lines of text.
    std::string text() const;
};

} // namespace parterre
