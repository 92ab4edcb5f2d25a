// The page where seats are chosen one by one: the seats of one section as a list of check boxes.
#pragma once

#include "server/web/html.h"
#include "server/web/sale_facts.h"

namespace parterre::web {

struct SeatChoice
{
    SectionIndex section;
    RowIndex firstRow;             // where a section too long for one page goes on; of the section
    std::vector<SeatIndex> chosen; // checked already; also of other sections
    std::string notice;            // HTML above the list
    std::string mainAttributes;
};

PageParts sectionPage(const Words& words, const EventMirror& mirror, const SeatChoice& choice, const std::string& once);

// The section to begin with: the first that has a seat to be had.
SectionIndex firstOpenSection(const EventMirror& mirror);

} // namespace parterre::web
