// The JSON of the fixed API shapes that only the server writes: events, holds, orders, plans.
#pragma once

#include "server/api/fan_sales.h"
#include "server/http/responder.h"

#include <QByteArray>
#include <QJsonObject>

namespace parterre {

QByteArray compactJson(const QJsonObject& object);
http::Response jsonAnswer(int status, const QJsonObject& object);

// One line of the event list.
QJsonObject eventSummaryJson(const EventMirror& mirror);
// With price areas, types and the sale card.
QJsonObject eventDetailsJson(const EventMirror& mirror);
// Sections, rows, seats and areas in plan order; the index of a seat is its place in the states string.
QByteArray planJson(const SeatPlan& plan);

// "[[seat index,"state"],…]", as the seats of an event and their stream have it.
QByteArray changesJson(const std::vector<SeatChange>& changes);

// Hot path: written by hand.
QByteArray holdJson(const HoldView& view, const SeatPlan& plan);

QJsonObject orderJson(const EventMirror& mirror, const Order& order, const SigningKey& serverKey,
                      const std::string& key);

// The refusal of a hold: names the seats that are gone and up to three groups that could be had instead.
http::Response seatRefusal(const Error& error, const EventMirror& mirror, const Places& wanted);

} // namespace parterre
