// The two reports of a rehearsal: JSON for programs, a page for people.
#pragma once

#include "server/rehearse/figures.h"
#include "server/rehearse/spoken.h"

#include <QByteArray>

namespace parterre::rehearsal {

QByteArray reportJson(const Figures& figures);
// One file without scripts or anything from elsewhere; light or dark as the reader's system is, and printable.
QByteArray reportHtml(const Figures& figures, const Spoken& say);
// The same in a few lines, for the terminal.
QString reportText(const Figures& figures, const Spoken& say);

// What the rehearsal says about itself, one sentence each: bad news first.
struct Remark
{
    enum class Weight { Fault, Caution, Good } weight;
    QString text;
};
std::vector<Remark> remarksOn(const Figures& figures, const Spoken& say);

} // namespace parterre::rehearsal
