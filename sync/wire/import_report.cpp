// ImportReport: collecting and printing.
#include "sync/wire/import_report.h"

namespace parterre {

namespace {

constexpr std::size_t maxLineBytes = 300;

void add(std::vector<ImportGroup>& groups, const char* kind, const std::string& place, const std::string& sentence)
{
    ImportGroup* group = nullptr;
    for (ImportGroup& known : groups)
        if (known.kind == kind)
            group = &known;
    if (!group)
        group = &groups.emplace_back(ImportGroup{kind, 0, {}});
    ++group->count;
    if (group->lines.size() < ImportGroup::maxLines)
        group->lines.push_back({place.substr(0, maxLineBytes), sentence.substr(0, maxLineBytes)});
}

std::uint64_t total(const std::vector<ImportGroup>& groups)
{
    std::uint64_t sum = 0;
    for (const ImportGroup& group : groups)
        sum += group.count;
    return sum;
}

void print(std::string& out, const char* title, const std::vector<ImportGroup>& groups)
{
    for (const ImportGroup& group : groups) {
        out.append(title)
            .append(": ")
            .append(group.kind)
            .append(" (")
            .append(std::to_string(group.count))
            .append(")\n");
        for (const ImportLine& line : group.lines)
            out.append("  ").append(line.place).append(": ").append(line.sentence).append("\n");
        if (group.count > group.lines.size())
            out.append("  … and ").append(std::to_string(group.count - group.lines.size())).append(" more\n");
    }
}

} // namespace

void ImportReport::change(const char* kind, const std::string& place, const std::string& sentence)
{
    add(changed, kind, place, sentence);
}

void ImportReport::refuse(const char* kind, const std::string& place, const std::string& sentence)
{
    add(refused, kind, place, sentence);
}

std::uint64_t ImportReport::changedCount() const
{
    return total(changed);
}

std::uint64_t ImportReport::refusedCount() const
{
    return total(refused);
}

std::string ImportReport::text() const
{
    std::string out;
    if (refused.empty()) {
        out += "accepted: " + std::to_string(seats) + " seats in " + std::to_string(rows) + " rows of " +
               std::to_string(sections) + " sections, " + std::to_string(standingAreas) + " standing areas, " +
               std::to_string(priceAreas) + " price areas, " + std::to_string(decorations) + " drawings\n";
    } else {
        out += "refused: nothing was imported\n";
    }
    print(out, "changed", changed);
    print(out, "refused", refused);
    return out;
}

} // namespace parterre
