// SPDX-License-Identifier: AGPL-3.0-or-later
// Everything here is called by MuPDF from C and may be left by longjmp: no function that calls MuPDF
// holds an object with a destructor.
#include "ingest/pdf_worker/interpreter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "ingest/pdf_worker/marked.hpp"
#include "ingest/pdf_worker/shapes.hpp"
#include "ingest/pdf_worker/words.hpp"

namespace muster::pdf_worker {
namespace {

constexpr std::size_t most_states = 512;   // q in q
constexpr std::size_t most_forms = 24;     // form in form
constexpr std::uint64_t most_form_runs = 100000;   // of one page: forms that call forms multiply

struct Colour {
  fz_colorspace* space = nullptr;          // kept by Interpreter::spaces
  std::uint32_t rgb = 0;
};

struct State {
  fz_matrix ctm = fz_identity;
  Box clip;
  Colour fill, stroke;
  float line_width = 1;
  Face* face = nullptr;
  float char_space = 0, word_space = 0, scale = 1, leading = 0, size = 0, rise = 0;
  int render = 0;
};

}  // namespace

struct Interpreter {
  pdf_document* doc = nullptr;
  Fonts* fonts = nullptr;
  ingest::pdf::Page* page = nullptr;
  std::vector<State> states;
  std::vector<int> forms;                  // object numbers of those that run
  std::vector<fz_colorspace*> spaces;
  Words words;
  Shapes shapes;
  Marked marked;
  fz_matrix tm = fz_identity, tlm = fz_identity;
  bool clip_pending = false;
  std::uint64_t form_runs = 0, max_words = 0;
  fz_cookie cookie{};
  Box frame;

  State& state() { return states.back(); }
};

namespace {

struct Processor {
  pdf_processor base;
  Interpreter* self;
};

Interpreter& of(pdf_processor* proc) { return *reinterpret_cast<Processor*>(proc)->self; }

// Graphics state.

void op_q(fz_context*, pdf_processor* proc) {
  Interpreter& in = of(proc);
  if (in.states.size() < most_states) in.states.push_back(in.states.back());
}

void op_Q(fz_context*, pdf_processor* proc) {
  Interpreter& in = of(proc);
  if (in.states.size() > 1) in.states.pop_back();
}

void op_cm(fz_context*, pdf_processor* proc, float a, float b, float c, float d, float e, float f) {
  State& state = of(proc).state();
  state.ctm = fz_concat({a, b, c, d, e, f}, state.ctm);
}

void op_w(fz_context*, pdf_processor* proc, float width) { of(proc).state().line_width = width; }

// Colours: near enough for telling them apart; profiles are not read.

std::uint32_t rgb_of(float r, float g, float b) {
  const auto byte = [](float v) {
    return static_cast<std::uint32_t>(std::lround(255 * (v >= 0 ? std::min(v, 1.0F) : 0.0F)));
  };
  return byte(r) << 16 | byte(g) << 8 | byte(b);
}
std::uint32_t rgb_of_cmyk(float c, float m, float y, float k) { return rgb_of(1 - c - k, 1 - m - k, 1 - y - k); }

std::uint32_t convert(fz_context* ctx, fz_colorspace* space, int n, const float* v) {
  const int want = space != nullptr ? fz_colorspace_n(ctx, space) : n;
  const int type = space != nullptr ? fz_colorspace_type(ctx, space) : FZ_COLORSPACE_NONE;
  std::array<float, FZ_MAX_COLORS> in{};
  std::copy_n(v, std::clamp(n, 0, static_cast<int>(in.size())), in.begin());
  if (type == FZ_COLORSPACE_LAB || type == FZ_COLORSPACE_INDEXED || type == FZ_COLORSPACE_SEPARATION) {
    std::array<float, FZ_MAX_COLORS> out{};
    fz_convert_color(ctx, space, in.data(), fz_device_rgb(ctx), out.data(), nullptr, fz_default_color_params);
    return rgb_of(out[0], out[1], out[2]);
  }
  if (want == 1) return rgb_of(in[0], in[0], in[0]);
  if (want == 4) return rgb_of_cmyk(in[0], in[1], in[2], in[3]);
  return rgb_of(in[0], in[1], in[2]);
}

fz_colorspace* keep(fz_context* ctx, Interpreter& in, fz_colorspace* space) {
  if (space == nullptr || std::find(in.spaces.begin(), in.spaces.end(), space) != in.spaces.end()) return space;
  in.spaces.push_back(fz_keep_colorspace(ctx, space));
  return space;
}

void op_cs(fz_context* ctx, pdf_processor* proc, const char*, fz_colorspace* space) {
  of(proc).state().fill = {keep(ctx, of(proc), space), 0};
}
void op_CS(fz_context* ctx, pdf_processor* proc, const char*, fz_colorspace* space) {
  of(proc).state().stroke = {keep(ctx, of(proc), space), 0};
}
void op_sc(fz_context* ctx, pdf_processor* proc, int n, float* v) {
  Colour& fill = of(proc).state().fill;
  fill.rgb = convert(ctx, fill.space, n, v);
}
void op_SC(fz_context* ctx, pdf_processor* proc, int n, float* v) {
  Colour& stroke = of(proc).state().stroke;
  stroke.rgb = convert(ctx, stroke.space, n, v);
}
void op_g(fz_context*, pdf_processor* proc, float g) { of(proc).state().fill = {nullptr, rgb_of(g, g, g)}; }
void op_G(fz_context*, pdf_processor* proc, float g) { of(proc).state().stroke = {nullptr, rgb_of(g, g, g)}; }
void op_rg(fz_context*, pdf_processor* proc, float r, float g, float b) { of(proc).state().fill = {nullptr, rgb_of(r,
    g, b)}; }
void op_RG(fz_context*, pdf_processor* proc, float r, float g, float b) { of(proc).state().stroke = {nullptr, rgb_of(r,
    g, b)}; }
void op_k(fz_context*, pdf_processor* proc, float c, float m, float y, float k) { of(proc).state().fill = {nullptr,
    rgb_of_cmyk(c, m, y, k)}; }
void op_K(fz_context*, pdf_processor* proc, float c, float m, float y, float k) { of(proc).state().stroke = {nullptr,
    rgb_of_cmyk(c, m, y, k)}; }

// Paths.

fz_point at(Interpreter& in, float x, float y) { return fz_transform_point_xy(x, y, in.state().ctm); }

void op_m(fz_context*, pdf_processor* proc, float x, float y) {
  const fz_point p = at(of(proc), x, y);
  of(proc).shapes.move(p.x, p.y);
}
void op_l(fz_context*, pdf_processor* proc, float x, float y) {
  const fz_point p = at(of(proc), x, y);
  of(proc).shapes.line(p.x, p.y);
}
void curve_to(pdf_processor* proc, float x, float y) {
  const fz_point p = at(of(proc), x, y);
  of(proc).shapes.curve(p.x, p.y);
}
void op_c(fz_context*, pdf_processor* proc, float, float, float, float, float x, float y) { curve_to(proc, x, y); }
void op_v(fz_context*, pdf_processor* proc, float, float, float x, float y) { curve_to(proc, x, y); }
void op_y(fz_context*, pdf_processor* proc, float, float, float x, float y) { curve_to(proc, x, y); }
void op_h(fz_context*, pdf_processor* proc) { of(proc).shapes.close(); }
void op_re(fz_context* ctx, pdf_processor* proc, float x, float y, float w, float h) {
  op_m(ctx, proc, x, y), op_l(ctx, proc, x + w, y), op_l(ctx, proc, x + w, y + h), op_l(ctx, proc, x, y + h),
      op_h(ctx, proc);
}

void paint(pdf_processor* proc, bool fill, bool stroke) {
  Interpreter& in = of(proc);
  State& state = in.state();
  if (proc->hidden == 0) {
    if (fill) in.shapes.fill(state.fill.rgb, state.clip, in.words);
    if (stroke)
      in.shapes.stroke(state.stroke.rgb, state.line_width * fz_matrix_expansion(state.ctm), state.clip, in.words);
  }
  if (in.clip_pending) {
    const Box box = in.shapes.bounds();
    Box& clip = state.clip;
    clip = {std::max(clip.x0, box.x0), std::max(clip.y0, box.y0), std::min(clip.x1, box.x1), std::min(clip.y1, box.y1)};
    in.clip_pending = false;
  }
  in.shapes.clear();
}

void op_S(fz_context*, pdf_processor* proc) { paint(proc, false, true); }
void op_s(fz_context*, pdf_processor* proc) { of(proc).shapes.close(), paint(proc, false, true); }
void op_f(fz_context*, pdf_processor* proc) { paint(proc, true, false); }
void op_B(fz_context*, pdf_processor* proc) { paint(proc, true, true); }
void op_b(fz_context*, pdf_processor* proc) { of(proc).shapes.close(), paint(proc, true, true); }
void op_n(fz_context*, pdf_processor* proc) { paint(proc, false, false); }
void op_W(fz_context*, pdf_processor* proc) { of(proc).clip_pending = true; }

// Text.

void op_BT(fz_context*, pdf_processor* proc) { of(proc).tm = of(proc).tlm = fz_identity; }
void op_Tc(fz_context*, pdf_processor* proc, float v) { of(proc).state().char_space = v; }
void op_Tw(fz_context*, pdf_processor* proc, float v) { of(proc).state().word_space = v; }
void op_Tz(fz_context*, pdf_processor* proc, float v) { of(proc).state().scale = v / 100; }
void op_TL(fz_context*, pdf_processor* proc, float v) { of(proc).state().leading = v; }
void op_Tr(fz_context*, pdf_processor* proc, int v) { of(proc).state().render = v; }
void op_Ts(fz_context*, pdf_processor* proc, float v) { of(proc).state().rise = v; }
void op_Tf(fz_context*, pdf_processor* proc, const char*, pdf_font_desc* font, float size) {
  of(proc).state().face = of(proc).fonts->face(font);
  of(proc).state().size = size;
}

void next_line(Interpreter& in, float x, float y) { in.tm = in.tlm = fz_pre_translate(in.tlm, x, y); }
void op_Td(fz_context*, pdf_processor* proc, float x, float y) { next_line(of(proc), x, y); }
void op_TD(fz_context*, pdf_processor* proc, float x, float y) {
  of(proc).state().leading = -y;
  next_line(of(proc), x, y);
}
void op_Tm(fz_context*, pdf_processor* proc, float a, float b, float c, float d, float e, float f) {
  of(proc).tm = of(proc).tlm = {a, b, c, d, e, f};
}
void op_Tstar(fz_context*, pdf_processor* proc) { next_line(of(proc), 0, -of(proc).state().leading); }

void show(Interpreter& in, bool hidden, const char* text, std::size_t length) {
  State& state = in.state();
  if (state.face == nullptr) return;
  Face& face = *state.face;
  pdf_font_desc* desc = face.desc();
  const fz_matrix m = fz_concat(in.tm, state.ctm);
  Pen pen;
  pen.size = std::abs(state.size) * std::hypot(m.c, m.d);
  const float along = std::hypot(m.a, m.b);
  const float sign = state.size * state.scale < 0 ? -1.0F : 1.0F;
  pen.ux = along > 0 ? sign * m.a / along : 1;
  pen.uy = along > 0 ? sign * m.b / along : 0;
  pen.upright = pen.ux > 0.99F && m.d * state.size < 0 && desc->wmode == 0;
  pen.font = state.render == 2 || state.render == 6 ? in.fonts->bold_of(face) : face.index();
  pen.colour = state.render == 1 || state.render == 5 ? state.stroke.rgb : state.fill.rgb;
  pen.clip = state.clip;
  const float ox = state.rise * m.c + m.e, oy = state.rise * m.d + m.f;   // pen at 0
  const auto* p = reinterpret_cast<const unsigned char*>(text);
  const auto* end = p + length;
  const bool simple = desc->wmode == 0;
  float tx = 0;
  while (p < end) {
    unsigned code = 0;
    const int n =
        pdf_decode_cmap(desc->encoding, const_cast<unsigned char*>(p), const_cast<unsigned char*>(end), &code);
    p += std::max(n, 1);
    const int cid = pdf_lookup_cmap(desc->encoding, code);
    if (cid < 0) continue;
    const Glyph& glyph = face.glyph(cid);
    const float ink = glyph.width * state.size * state.scale;
    float step = ink + state.char_space * state.scale;
    if (!hidden) {
      if (glyph.kind == Glyph::Kind::letter) {
        const float x0 = ox + tx * m.a, y0 = oy + tx * m.b;
        const std::string_view letters = in.marked.replace({glyph.utf8.data(), glyph.length});
        if (!letters.empty() || in.marked.replacing())
          in.words.letters(letters, pen, x0, y0, x0 + ink * m.a, y0 + ink * m.b, x0 + step * m.a, y0 + step * m.b);
      } else if (glyph.kind == Glyph::Kind::space && !in.marked.replacing()) {
        in.words.space(ox + tx * m.a + step * m.a, oy + tx * m.b + step * m.b);
      }
    }
    if (code == 32 && n == 1) step += state.word_space * state.scale;
    if (simple) tx += step;
    else in.tm = fz_pre_translate(in.tm, 0, -state.size);
  }
  if (simple) in.tm = fz_pre_translate(in.tm, tx, 0);
  if (in.page->words.size() > in.max_words) in.cookie.abort = 1;
}

void op_Tj(fz_context*, pdf_processor* proc, char* text, std::size_t length) {
  show(of(proc), proc->hidden != 0, text, length);
}
void op_squote(fz_context* ctx, pdf_processor* proc, char* text, std::size_t length) {
  op_Tstar(ctx, proc);
  op_Tj(ctx, proc, text, length);
}
void op_dquote(fz_context* ctx, pdf_processor* proc, float word, float character, char* text, std::size_t length) {
  of(proc).state().word_space = word;
  of(proc).state().char_space = character;
  op_squote(ctx, proc, text, length);
}
void op_TJ(fz_context* ctx, pdf_processor* proc, pdf_obj* array) {
  Interpreter& in = of(proc);
  const int n = pdf_array_len(ctx, array);
  for (int i = 0; i < n; ++i) {
    pdf_obj* item = pdf_array_get(ctx, array, i);
    if (pdf_is_string(ctx, item)) {
      std::size_t length = 0;
      const char* text = pdf_to_string(ctx, item, &length);
      show(in, proc->hidden != 0, text, length);
    } else {
      const State& state = in.state();
      const float step = -pdf_to_real(ctx, item) * 0.001F * state.size;
      const bool down = state.face != nullptr && state.face->desc()->wmode != 0;
      in.tm = fz_pre_translate(in.tm, down ? 0 : step * state.scale, down ? step : 0);
    }
  }
}

// Forms, marked content.

void run_form(fz_context* ctx, pdf_processor* proc, pdf_obj* form, pdf_obj* page_resources) {
  Interpreter& in = of(proc);
  State& state = in.state();
  state.ctm = fz_concat(pdf_dict_get_matrix(ctx, form, PDF_NAME(Matrix)), state.ctm);
  pdf_obj* box = pdf_dict_get(ctx, form, PDF_NAME(BBox));
  if (pdf_is_array(ctx, box)) {
    const fz_rect r = fz_transform_rect(pdf_to_rect(ctx, box), state.ctm);
    state.clip = {std::max(state.clip.x0, r.x0), std::max(state.clip.y0, r.y0), std::min(state.clip.x1, r.x1),
                  std::min(state.clip.y1, r.y1)};
  }
  pdf_obj* resources = pdf_dict_get(ctx, form, PDF_NAME(Resources));
  pdf_process_contents(ctx, proc, in.doc, resources != nullptr ? resources : page_resources, form, &in.cookie);
}

void op_Do_form(fz_context* ctx, pdf_processor* proc, const char*, pdf_obj* form, pdf_obj* page_resources) {
  Interpreter& in = of(proc);
  const int number = pdf_to_num(ctx, form);
  if (in.forms.size() >= most_forms || ++in.form_runs > most_form_runs || in.states.size() >= most_states ||
      std::find(in.forms.begin(), in.forms.end(), number) != in.forms.end())
    return;
  const std::size_t depth = in.states.size();
  const fz_matrix tm = in.tm, tlm = in.tlm;
  in.states.push_back(in.states.back());
  in.forms.push_back(number);
  fz_try(ctx) {
    run_form(ctx, proc, form, page_resources);
  }
  fz_always(ctx) {
    in.forms.pop_back();
    while (in.states.size() > depth) in.states.pop_back();
    in.tm = tm, in.tlm = tlm;
  }
  fz_catch(ctx) {
    fz_rethrow(ctx);
  }
}

void op_BMC(fz_context*, pdf_processor* proc, const char*) { of(proc).marked.begin(nullptr); }
void op_BDC(fz_context* ctx, pdf_processor* proc, const char*, pdf_obj*, pdf_obj* cooked) {
  pdf_obj* actual = pdf_dict_get(ctx, cooked, PDF_NAME(ActualText));
  of(proc).marked.begin(actual != nullptr ? pdf_to_text_string(ctx, actual) : nullptr);
}
void op_EMC(fz_context*, pdf_processor* proc) {
  if (of(proc).marked.end()) of(proc).words.space();
}

// A picture of some size among the resources: what a page without words shows.
bool has_picture(fz_context* ctx, pdf_obj* resources, int depth) {
  pdf_obj* all = pdf_dict_get(ctx, resources, PDF_NAME(XObject));
  const int n = std::min(pdf_dict_len(ctx, all), 200);
  for (int i = 0; i < n; ++i) {
    pdf_obj* one = pdf_dict_get_val(ctx, all, i);
    pdf_obj* subtype = pdf_dict_get(ctx, one, PDF_NAME(Subtype));
    if (pdf_name_eq(ctx, subtype, PDF_NAME(Image))) {
      if (pdf_dict_get_int(ctx, one, PDF_NAME(Width)) >= 200 && pdf_dict_get_int(ctx, one, PDF_NAME(Height)) >= 200)
        return true;
    } else if (depth < 4 && pdf_name_eq(ctx, subtype, PDF_NAME(Form))) {
      if (has_picture(ctx, pdf_dict_get(ctx, one, PDF_NAME(Resources)), depth + 1)) return true;
    }
  }
  return false;
}

Processor* new_processor(fz_context* ctx, Interpreter* in) {
  auto* proc = static_cast<Processor*>(pdf_new_processor(ctx, sizeof(Processor)));
  proc->self = in;
  pdf_processor& p = proc->base;
  p.usage = "View";
  p.op_q = op_q, p.op_Q = op_Q, p.op_cm = op_cm, p.op_w = op_w;
  p.op_m = op_m, p.op_l = op_l, p.op_c = op_c, p.op_v = op_v, p.op_y = op_y, p.op_h = op_h, p.op_re = op_re;
  p.op_S = op_S, p.op_s = op_s, p.op_F = op_f, p.op_f = op_f, p.op_fstar = op_f;
  p.op_B = op_B, p.op_Bstar = op_B, p.op_b = op_b, p.op_bstar = op_b, p.op_n = op_n;
  p.op_W = op_W, p.op_Wstar = op_W;
  p.op_BT = op_BT;
  p.op_Tc = op_Tc, p.op_Tw = op_Tw, p.op_Tz = op_Tz, p.op_TL = op_TL, p.op_Tf = op_Tf, p.op_Tr = op_Tr, p.op_Ts = op_Ts;
  p.op_Td = op_Td, p.op_TD = op_TD, p.op_Tm = op_Tm, p.op_Tstar = op_Tstar;
  p.op_TJ = op_TJ, p.op_Tj = op_Tj, p.op_squote = op_squote, p.op_dquote = op_dquote;
  p.op_CS = op_CS, p.op_cs = op_cs, p.op_SC_color = op_SC, p.op_sc_color = op_sc;
  p.op_G = op_G, p.op_g = op_g, p.op_RG = op_RG, p.op_rg = op_rg, p.op_K = op_K, p.op_k = op_k;
  p.op_Do_form = op_Do_form;
  p.op_BMC = op_BMC, p.op_BDC = op_BDC, p.op_EMC = op_EMC;
  return proc;
}

void run_page(fz_context* ctx, Interpreter& in, pdf_obj* object) {
  ingest::pdf::Page& page = *in.page;
  fz_rect media;
  fz_matrix ctm;
  pdf_page_obj_transform(ctx, object, &media, &ctm);
  const fz_rect shown = fz_transform_rect(media, ctm);
  ctm = fz_concat(ctm, fz_translate(-shown.x0, -shown.y0));
  page.width = shown.x1 - shown.x0, page.height = shown.y1 - shown.y0;
  in.frame = {0, 0, page.width, page.height};
  in.state().ctm = ctm;
  in.state().clip = in.frame;
  pdf_obj* resources = pdf_dict_get_inheritable(ctx, object, PDF_NAME(Resources));
  Processor* proc = new_processor(ctx, &in);
  fz_try(ctx) {
    pdf_process_contents(ctx, &proc->base, in.doc, resources, pdf_dict_get(ctx, object, PDF_NAME(Contents)),
                         &in.cookie);
  }
  fz_always(ctx) {
    in.words.end_word();
    pdf_drop_processor(ctx, &proc->base);
  }
  fz_catch(ctx) {
    fz_rethrow(ctx);
  }
  if (page.words.size() < 20) page.image = has_picture(ctx, resources, 0);
}

}  // namespace

Interpreter* new_interpreter(fz_context*, pdf_document* doc, Fonts& fonts) {
  auto* in = new Interpreter;
  in->doc = doc;
  in->fonts = &fonts;
  return in;
}

void drop_interpreter(fz_context* ctx, Interpreter* in) {
  for (fz_colorspace* space : in->spaces) fz_drop_colorspace(ctx, space);
  delete in;
}

void interpret_page(fz_context* ctx, Interpreter* in, pdf_obj* object, std::uint64_t max_words,
                    ingest::pdf::Page& page) {
  in->page = &page;
  in->states.assign(1, State{});
  in->forms.clear();
  in->words.begin(page);
  in->shapes.begin(page);
  in->marked.clear();
  in->clip_pending = false;
  in->form_runs = 0;
  in->max_words = max_words;
  in->cookie = {};
  fz_try(ctx) {
    run_page(ctx, *in, object);
    page.damaged = in->cookie.errors > 0;
  }
  fz_catch(ctx) {
    page.damaged = true;
  }
  in->words.finish();
}

}  // namespace muster::pdf_worker
