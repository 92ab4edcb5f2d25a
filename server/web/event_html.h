// The pages before a hold: what is on, and one event with its prices and ways to choose places.
#pragma once

#include "server/web/html.h"
#include "server/web/sale_facts.h"

namespace parterre::web {

std::string eventHref(const EventMirror& mirror);

PageParts eventListPage(const Words& words, const std::vector<const EventMirror*>& events, Instant now);

// `preview`: the plan drawn small (plan_preview.h). `notice`: HTML that says what went wrong just before.
PageParts eventPage(const Words& words, const EventMirror& mirror, const std::string& preview, const std::string& once,
                    const std::string& notice = {});

// Parts that other pages show too.
std::string eventHeadHtml(const Words& words, const EventMirror& mirror); // title, venue, time
std::string supplyHtml(const Words& words, Supply supply);
std::string whenHtml(const Words& words, const EventTerms& terms);

} // namespace parterre::web
