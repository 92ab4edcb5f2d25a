// An event for machines: schema.org's Event as JSON-LD.
#pragma once

#include "server/web/sale_facts.h"

#include <string>

namespace parterre::web {

// <script type="application/ld+json">…</script>: data, never run, and nothing in it can end the element.
std::string eventDataHtml(const EventMirror& mirror, PlaceCount house);

} // namespace parterre::web
